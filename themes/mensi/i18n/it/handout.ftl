paper-links = Collegamenti nel testo
