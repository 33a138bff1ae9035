/**
 * What models, optimisers and novelty detectors keep to, as JUnit tests that also those of other projects can inherit: start
 * at {@link thetascan.contract.ModelContract}, {@link thetascan.contract.OptimiserContract} or {@link
 * thetascan.contract.DetectorContract}. Shipped as a jar of its own
 * (classifier {@code contracts}), which needs junit-jupiter and assertj-core beside it.
 */
@NullMarked
package thetascan.contract;

import org.jspecify.annotations.NullMarked;
