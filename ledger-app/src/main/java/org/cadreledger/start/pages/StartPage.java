package org.cadreledger.start.pages;

import org.cadreledger.web.pages.PageController;
import org.springframework.web.bind.annotation.GetMapping;

/** What is to be done today. */
@PageController
class StartPage {
    @GetMapping("/")
    String start() {
        return "start/start";
    }
}
