paper-links = Koppelingen in de tekst
