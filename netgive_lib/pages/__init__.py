"""What the workbooks share: the file they work on, the furniture of a page, the inputs."""
