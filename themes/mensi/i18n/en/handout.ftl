### Words that stand on paper alone.

paper-links = Links in the text
