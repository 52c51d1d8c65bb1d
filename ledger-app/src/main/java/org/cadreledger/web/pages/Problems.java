package org.cadreledger.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Languages;
import org.cadreledger.web.Problem;
import org.cadreledger.web.ProblemDocument;
import org.cadreledger.web.ProblemTexts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A refused form is shown again as it was filled in, with what is wrong on top and beside its fields. */
@Component("refusedForms")
public final class Problems {
    private final ProblemTexts texts;

    Problems(ProblemTexts texts) {
        this.texts = texts;
    }

    /**
     * @param write does it and gives the view that follows
     * @param again shows the form once more; its template finds {@code problem} (a {@link ProblemDocument})
     */
    public String attempt(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Supplier<String> write,
            Supplier<String> again) {
        try {
            return write.get();
        } catch (Refusal refusal) {
            model.addAttribute("problem", document(refusal, request));
            response.setStatus(refusal.reason().status());
            return again.get();
        }
    }

    /** A refusal in words. */
    public ProblemDocument document(Refusal refusal, HttpServletRequest request) {
        Problem problem = Problem.of(refusal.reason(), refusal.arguments(), refusal.fields());
        return texts.document(problem, Languages.of(request), null);
    }
}
