"""The stables: how many articles at once, and where; a runner knows `Raw -> Done`, nothing else."""
