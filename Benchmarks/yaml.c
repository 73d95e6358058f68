/*
 * A floor for `cvgit validate`: reads every .yaml file in a folder and its subfolders, and parses it
 * with libyaml, on one core. Prints the number of files and events.
 *
 * Usage: yaml FOLDER
 */
#define _XOPEN_SOURCE 700
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static size_t files, events;

static void parse(const unsigned char *bytes, size_t count) {
  yaml_parser_t parser;
  yaml_event_t event;
  int done = 0;
  if (!yaml_parser_initialize(&parser)) exit(1);
  yaml_parser_set_input_string(&parser, bytes, count);
  while (!done) {
    if (!yaml_parser_parse(&parser, &event)) exit(1);
    done = event.type == YAML_STREAM_END_EVENT;
    events += 1;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

static int visit(const char *path, const struct stat *status, int type, struct FTW *place) {
  (void)place;
  size_t length = strlen(path);
  if (type != FTW_F || length < 5 || strcmp(path + length - 5, ".yaml") != 0) return 0;
  FILE *file = fopen(path, "rb");
  unsigned char *bytes = malloc((size_t)status->st_size + 1);
  if (!file || !bytes) return 1;
  parse(bytes, fread(bytes, 1, (size_t)status->st_size, file));
  fclose(file);
  free(bytes);
  files += 1;
  return 0;
}

int main(int count, char **words) {
  if (count != 2 || nftw(words[1], visit, 16, FTW_PHYS) != 0) return 1;
  printf("%zu files, %zu events\n", files, events);
  return 0;
}
