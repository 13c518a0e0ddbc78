"""Official documents as files that Word and WPS open and edit."""
