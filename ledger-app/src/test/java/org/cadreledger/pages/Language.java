package org.cadreledger.pages;

/** What the pages speak. */
public enum Language {
    CHINESE("zh", "zh-CN"),
    ENGLISH("en", "en");

    private final String label;
    private final String tag;

    Language(String label, String tag) {
        this.label = label;
        this.tag = tag;
    }

    /** As the language's cookie has it; also in names of files. */
    String label() {
        return label;
    }

    /** As html's attribute {@code lang} has it. */
    public String tag() {
        return tag;
    }
}
