/** JMH benchmarks; figures and commands in docs/performance.md. */
@NullMarked
package thetascan.benchmarks;

import org.jspecify.annotations.NullMarked;
