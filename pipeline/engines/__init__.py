"""The kitchen: everyone who can answer a `Call`."""
