package org.evenkeel.data.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.evenkeel.market.DataException;

/** A folder of any Hadoop file system. */
final class HadoopFolder implements DataFolder {
    private static final String SETTINGS = "HADOOP_CONF_DIR";

    private final Path folder;
    private final FileSystem system;
    private final Configuration configuration;

    private HadoopFolder(Path folder, FileSystem system, Configuration configuration) {
        this.folder = folder;
        this.system = system;
        this.configuration = configuration;
    }

    static HadoopFolder at(String location, Map<String, String> settings) {
        Configuration configuration = configuration(Optional.ofNullable(System.getenv(SETTINGS)), settings);
        try {
            Path folder = new Path(location);
            return new HadoopFolder(folder, folder.getFileSystem(configuration), configuration);
        } catch (IOException | RuntimeException e) {
            throw new DataException(location + " cannot be reached: " + e + ". " + advice(location), e);
        }
    }

    /**
     * Settings by name over those of Hadoop's own file.
     *
     * @param folder where {@code core-site.xml} is, as Hadoop's and Spark's own commands are told
     */
    static Configuration configuration(Optional<String> folder, Map<String, String> settings) {
        Configuration configuration = new Configuration();
        folder.ifPresent(place -> configuration.addResource(new Path(
                java.nio.file.Path.of(place, "core-site.xml").toAbsolutePath().toUri())));
        settings.forEach(configuration::set);
        return configuration;
    }

    private static String advice(String location) {
        return location.startsWith("s3a:")
                ? "The launcher reads s3a:// with EVENKEEL_PROFILES=s3, other builds with the Maven profile s3. The endpoint,"
                        + " and credentials that are not in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, are Hadoop settings"
                        + " (fs.s3a.…), in the core-site.xml of the folder that HADOOP_CONF_DIR names."
                : "Check the scheme, and that its Hadoop file system is on the class path.";
    }

    @Override
    public String location() {
        return folder.toString();
    }

    @Override
    public String name() {
        return folder.getName().isEmpty() ? folder.toString() : folder.getName();
    }

    @Override
    public List<DataFile> parquetFiles() {
        try (Stream<FileStatus> entries = Arrays.stream(system.listStatus(folder))) {
            return entries.filter(status -> status.isFile()
                            && ParquetNames.isParquet(status.getPath().getName()))
                    .sorted()
                    .<DataFile>map(this::file)
                    .toList();
        } catch (FileNotFoundException e) {
            throw new DataException("There is no folder " + folder + ": check the location of the data set.", e);
        } catch (IOException | RuntimeException e) {
            throw new DataException(folder + " cannot be listed: " + e + ". Check address and credentials.", e);
        }
    }

    private DataFile file(FileStatus status) {
        return new HadoopFile(
                status,
                configuration,
                new DataFile.Identity(status.getPath().toString(), status.getLen(), status.getModificationTime()));
    }

    @Override
    public Optional<byte[]> findContent(String fileName) {
        Path path = new Path(folder, fileName);
        try (InputStream stream = system.open(path)) {
            return Optional.of(stream.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new DataException(path + " cannot be read: " + e + ". Check address and credentials.", e);
        }
    }

    private record HadoopFile(FileStatus status, Configuration configuration, Identity identity) implements DataFile {
        @Override
        public InputFile open() throws IOException {
            return HadoopInputFile.fromStatus(status, configuration);
        }
    }
}
