"""How much a file may be, outside and inside. Nothing is unpacked before it is known to stay below."""

MEBIBYTE = 1024 * 1024

LARGEST_FILE = 10 * MEBIBYTE
# What is kept of it: pictures and Word documents are written anew, which can make them longer.
LARGEST_CLEANED = 20 * MEBIBYTE

# Pictures: the best telephones take 48 million pixels; a page at 430 dots an inch has 5,000 on its long side.
MOST_PIXELS = 50_000_000
LONGEST_SIDE_KEPT = 5_000

# PDF
MOST_PAGES = 100
MOST_OBJECTS = 50_000
MOST_PIXELS_IN_PDF = 100_000_000
LARGEST_STREAM = 160 * MEBIBYTE
ALL_STREAMS = 800 * MEBIBYTE

# Word documents
MOST_ENTRIES = 1_000
LARGEST_XML = 20 * MEBIBYTE
ALL_ENTRIES = 60 * MEBIBYTE
HIGHEST_RATIO = 200

# The child
MEMORY = 1024 * MEBIBYTE
PROCESSOR_SECONDS = 20
WALL_CLOCK_SECONDS = 40
OPEN_FILES = 16
CHILDREN_AT_ONCE = 2
SECONDS_TO_WAIT_FOR_A_TURN = 20
