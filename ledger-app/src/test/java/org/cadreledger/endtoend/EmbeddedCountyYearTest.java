package org.cadreledger.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedCountyYearTest extends CountyYear {
    @TempDir
    private static Path folder;

    @Override
    Program open() {
        return Program.over(folder);
    }
}
