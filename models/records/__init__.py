"""What is kept, one module a business area."""
