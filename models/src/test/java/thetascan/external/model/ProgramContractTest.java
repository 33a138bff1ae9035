package thetascan.external.model;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import thetascan.contract.ModelContract;
import thetascan.model.Model;

/** A program as a model keeps to what every model keeps to, with values that are undefined or not computed among others. */
class ProgramContractTest implements ModelContract {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void needPython() {
        Programs.needPython();
    }

    @Override
    public Model model() {
        String script = """
                from thetascan import serve, UNDEFINED
                def model(theta):
                    x, y = theta['x'], theta['y']
                    if x + y > 1.9:
                        raise ValueError('beyond the tables: %r' % (x + y))
                    return {'a': x * y, 'b': UNDEFINED if y > 0.8 else x - y}
                serve(model)
                """;
        return Programs.model(folder, script, "");
    }

    @Override
    public int points() {
        return 12;
    }

    @Override
    public boolean mayFail() {
        return true;
    }
}
