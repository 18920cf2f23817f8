paper-links = Odkazy v textu
