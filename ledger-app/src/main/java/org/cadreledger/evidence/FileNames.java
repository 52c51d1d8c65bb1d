package org.cadreledger.evidence;

import org.jspecify.annotations.Nullable;

/** Names as browsers declare them: only for people to read, never a path. */
final class FileNames {
    private static final int LONGEST = 200;
    private static final String UNNAMED = "file";

    private FileNames() {}

    static String tidy(@Nullable String declared) {
        if (declared == null) {
            return UNNAMED;
        }
        String last = declared.substring(Math.max(declared.lastIndexOf('/'), declared.lastIndexOf('\\')) + 1);
        String printable = last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return printable.isEmpty() ? UNNAMED : printable;
    }
}
