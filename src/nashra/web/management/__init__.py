"""Words of the web room for `nashra manage`."""
