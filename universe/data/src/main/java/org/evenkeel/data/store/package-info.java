/**
 * Where a data set's files are: a local folder, read without loading Hadoop, or any Hadoop file system such as
 * {@code s3a://}.
 *
 * <p>Entry type: {@link org.evenkeel.data.store.DataFolder}.
 */
@NullMarked
package org.evenkeel.data.store;

import org.jspecify.annotations.NullMarked;
