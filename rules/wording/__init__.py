"""What findings say, in Danish."""
