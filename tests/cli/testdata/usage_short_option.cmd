frameworks -q
