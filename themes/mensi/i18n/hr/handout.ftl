paper-links = Poveznice u tekstu
