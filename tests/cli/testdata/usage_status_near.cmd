assess set --org data/pass-town.toml river-act RA1 実施濟
