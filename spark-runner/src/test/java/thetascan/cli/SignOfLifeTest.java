package thetascan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SignOfLifeTest {

    @Test
    void whatTakesLongIsNamed() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said) {
            @Override
            public void println(String line) {
                super.println(line);
                twice.countDown();
            }
        };
        try (SignOfLife ignored = new SignOfLife("compare", Duration.ofMillis(1), to)) {
            twice.await();
        }
        String words = said.toString();
        assertThat(words.lines()).hasSizeGreaterThanOrEqualTo(2).allMatch("compare is at work, 0 s so far"::equals);
        Thread.sleep(50);
        assertThat(said.toString()).isEqualTo(words);
    }

    @Test
    void whatIsSoonDoneIsNot() {
        StringWriter said = new StringWriter();
        new SignOfLife("compare", SignOfLife.FIRST, new PrintWriter(said)).close();
        assertThat(said.toString()).isEmpty();
    }
}
