package thetascan;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import thetascan.contract.ModelContract;
import thetascan.model.Model;
import thetascan.model.Models;

/** The model of docs/own-models.md, compiled as a reader would and found as a service, keeps to the contract. */
class OwnModelTest implements ModelContract {

    @TempDir
    private static Path folder;

    private static WorkedExample example;

    @BeforeAll
    static void compile() throws IOException {
        example = new WorkedExample(
                folder,
                "portal/HiggsPortal.java",
                "portal/constraints.json",
                "META-INF/services/thetascan.model.Model");
    }

    @AfterAll
    static void close() throws IOException {
        example.close();
    }

    @Override
    public Model model() {
        return Models.named("higgs-portal");
    }
}
