package thetascan.slha;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The files in the test resources of this package; their README says where they come from. */
public final class Samples {

    static final List<String> NAMES = List.of(
            "spheno-4.0.5/AMSB.in",
            "spheno-4.0.5/AMSB.spc.gz",
            "spheno-4.0.5/GMSB.in",
            "spheno-4.0.5/GMSB.spc.gz",
            "spheno-4.0.5/SeesawI.in",
            "spheno-4.0.5/SeesawI.spc.gz",
            "spheno-4.0.5/mNUHM.in",
            "spheno-4.0.5/mNUHM.spc.gz",
            "spheno-4.0.5/mSUGRA.in",
            "spheno-4.0.5/mSUGRA.spc.gz",
            "spheno-4.0.5/noconv.in",
            "spheno-4.0.5/noconv.spc",
            "spheno-4.0.5/tach.in",
            "spheno-4.0.5/tach.spc",
            "spheno-4.0.5/tach.Messages.out",
            "2hdmc-1.8.0/Demo_out_official_with_HB5.10_HS2.6.lha",
            "2hdmc-1.8.0/demo.lha.gz",
            "2hdmc-1.8.0/demo.out",
            "2hdmc-1.8.0/heavy_split.lha.gz",
            "2hdmc-1.8.0/lighth_95.lha.gz",
            "2hdmc-1.8.0/typeII_align.lha.gz",
            "2hdmc-1.8.0/typeI_a.lha.gz",
            "sarah-layout.spc",
            "cross-sections.slha",
            "awkward.slha");

    private Samples() {}

    public static byte[] bytes(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no test resource " + name);
            return name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SlhaDocument document(String name) {
        return SlhaDocument.of(bytes(name), name, SlhaLimits.DEFAULT);
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
