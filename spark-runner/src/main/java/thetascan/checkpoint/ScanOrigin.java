package thetascan.checkpoint;

import java.util.Optional;
import thetascan.catalogue.Provenance;
import thetascan.extension.Jar;
import thetascan.state.StateInput;
import thetascan.state.StateOutput;

/**
 * What a scan must go on with to find the points an uninterrupted run would have found.
 *
 * @param model        name of the model
 * @param modelVersion its version; with jars, which may hold it, the hashes of those as well
 * @param platform     vendor line of the Java runtime and processor architecture
 */
record ScanOrigin(String model, String modelVersion, String platform) {

    static ScanOrigin of(Provenance provenance) {
        StringBuilder version = new StringBuilder(provenance.modelVersion());
        for (Jar jar : provenance.jars()) version.append(", jar ").append(jar.sha256());
        return new ScanOrigin(provenance.model(), version.toString(), provenance.platform());
    }

    void save(StateOutput out) {
        out.put("model", model).put("model_version", modelVersion).put("platform", platform);
    }

    static ScanOrigin read(StateInput in) {
        return new ScanOrigin(in.getText("model"), in.getText("model_version"), in.getText("platform"));
    }

    /**
     * Why a scan of another origin cannot go on here.
     *
     * @param check whether another platform matters
     */
    Optional<String> conflict(ScanOrigin stored, PlatformCheck check) {
        if (!stored.model.equals(model) || !stored.modelVersion.equals(modelVersion)) {
            return Optional.of("was begun with model " + stored.model + " " + stored.modelVersion + ", this is " + model
                    + " " + modelVersion + ". Use --fresh to start anew, or another --out.");
        }
        if (check == PlatformCheck.SAME && !stored.platform.equals(platform)) {
            return Optional.of("was begun on " + stored.platform + ", this is " + platform
                    + ": last digits may differ. Use --force-platform to go on all the same.");
        }
        return Optional.empty();
    }
}
