"""The cells of the matrix, one package for each broker."""
