package org.cadreledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The runnable program: write side, read side, HTTP. */
@SpringBootApplication
public class CadreLedgerApplication {
    public static void main(String[] args) {
        SpringApplication.run(CadreLedgerApplication.class, args);
    }
}
