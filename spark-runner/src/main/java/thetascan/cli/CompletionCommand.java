package thetascan.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Teaches a shell the commands and options. */
@Command(
        name = "completion",
        description = "Print what completes commands and options in a shell: source <(thetascan completion bash).",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    /** Shells that read the script; zsh does after {@code bashcompinit}, which the script calls itself. */
    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("thetascan", spec.root().commandLine()));
        return Main.DONE;
    }
}
