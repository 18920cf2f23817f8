paper-links = Ligações no texto
