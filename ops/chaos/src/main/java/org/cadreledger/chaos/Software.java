package org.cadreledger.chaos;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is run.
 *
 * @param java the program of that name
 * @param jar of the program, extracted, so that it starts fast
 * @param cache of its classes, made ahead of time
 * @param clock library that moves a process's wall clock; null where it could not be compiled
 * @param ferretdb script that runs a FerretDB
 */
record Software(Path java, Path jar, Path cache, @Nullable Path clock, Path ferretdb) {}
