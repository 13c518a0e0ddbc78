"""How the window looks: its tokens and style, icons, and layouts that make room."""
