package thetascan.report;

import java.util.List;
import thetascan.scan.Commit;
import thetascan.scan.Progress;
import thetascan.scan.ScanListener;
import thetascan.scan.Stop;

/**
 * Several who follow a scan.
 *
 * @param all told one after the other, in this order
 */
public record Listeners(List<ScanListener> all) implements ScanListener {

    /**
     * Keeps a copy of the list.
     *
     * @param all told one after the other
     */
    public Listeners {
        all = List.copyOf(all);
    }

    @Override
    public void started(Progress progress) {
        all.forEach(each -> each.started(progress));
    }

    @Override
    public void advanced(Progress progress) {
        all.forEach(each -> each.advanced(progress));
    }

    @Override
    public void committed(Commit commit) {
        all.forEach(each -> each.committed(commit));
    }

    @Override
    public void stopped(Stop reason, Progress progress) {
        all.forEach(each -> each.stopped(reason, progress));
    }
}
