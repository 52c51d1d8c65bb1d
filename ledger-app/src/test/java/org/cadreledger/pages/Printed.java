package org.cadreledger.pages;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What comes out of the printer when a page is printed as it is.
 *
 * @param pages text of each sheet, as {@link #plain} has it
 * @param sizes width and height of each sheet in whole millimetres, {@code 210x297}
 */
record Printed(List<String> pages, List<String> sizes) {
    private static final double MILLIMETRES_A_POINT = 25.4 / 72;

    /** On the paper that the page's style sheet asks for. */
    static Printed of(Visit visit) throws IOException {
        byte[] pdf = visit.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            List<String> sizes = new ArrayList<>();
            PDFTextStripper text = new PDFTextStripper();
            for (PDPage sheet : document.getPages()) {
                pages.add(page(text, document, pages.size() + 1));
                sizes.add(millimetres(sheet.getMediaBox().getWidth()) + "x"
                        + millimetres(sheet.getMediaBox().getHeight()));
            }
            return new Printed(List.copyOf(pages), List.copyOf(sizes));
        }
    }

    private static String page(PDFTextStripper text, PDDocument document, int number) throws IOException {
        text.setStartPage(number);
        text.setEndPage(number);
        return plain(text.getText(document));
    }

    private static long millimetres(float points) {
        return Math.round(points * MILLIMETRES_A_POINT);
    }

    /** Without white space, which the printer sets as it likes; a Chinese sign may come as its radical, which looks the same. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    String whole() {
        return String.join("", pages);
    }
}
