package org.cadreledger;

import java.util.Arrays;
import org.cadreledger.backup.ImportProgram;
import org.cadreledger.verify.Verify;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The runnable program: write side, read side, HTTP; or, when the first argument says so, {@code verify} or {@code import}. */
@SpringBootApplication
public class CadreLedgerApplication {
    public static void main(String[] args) {
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "verify" -> Verify.main(rest);
            case "import" -> System.exit(ImportProgram.run(rest));
            default -> SpringApplication.run(CadreLedgerApplication.class, args);
        }
    }
}
