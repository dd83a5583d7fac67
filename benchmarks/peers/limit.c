/* The limit once more, without Python: limit FOLDER PROCESSES reads the bytes of all files in the folder
   and runs libyaml's parser over them, building no values. Ends in 1 where a file cannot be read. */

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <yaml.h>

#define MOST_BYTES (1 << 20)

static unsigned char bytes[MOST_BYTES];

static int parse(size_t size) {
    yaml_parser_t parser;
    yaml_event_t event;
    int ended = 0, parsed = yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, bytes, size);
    while (parsed && !ended) {
        parsed = yaml_parser_parse(&parser, &event);
        if (parsed) {
            ended = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
        }
    }
    yaml_parser_delete(&parser);
    return parsed;
}

static int parse_file(const char *path) {
    int file = open(path, O_RDONLY);
    ssize_t size = file < 0 ? -1 : read(file, bytes, MOST_BYTES);
    if (file >= 0) close(file);
    return size >= 0 && parse(size);
}

/* Parse every file whose turn it is: of `processes`, this one is `part`. */
static int parse_part(const char *folder, int part, int processes) {
    DIR *entries = opendir(folder);
    if (!entries || chdir(folder)) return 0;
    int parsed = 1, turn = 0;
    for (struct dirent *entry; parsed && (entry = readdir(entries));)
        if (entry->d_name[0] != '.' && turn++ % processes == part) parsed = parse_file(entry->d_name);
    closedir(entries);
    return parsed;
}

int main(int count, char **given) {
    if (count != 3) return 2;
    int processes = atoi(given[2]), status, failed = 0;
    for (int part = 0; part < processes; part++)
        if (fork() == 0) _exit(!parse_part(given[1], part, processes));
    while (wait(&status) > 0) failed |= status != 0;
    return failed;
}
