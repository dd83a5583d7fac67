"""The scoreboard in each format: ``words`` has its columns and sentences, the other files lay them out."""
