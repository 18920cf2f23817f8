paper-links = A szövegben szereplő hivatkozások
