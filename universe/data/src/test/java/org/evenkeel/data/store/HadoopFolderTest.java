package org.evenkeel.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopFolderTest {
    @TempDir
    private Path folder;

    @Test
    void settings_are_read_from_hadoops_own_file_and_those_given_count_before_it() throws IOException {
        Files.writeString(folder.resolve("core-site.xml"), """
                <configuration>
                  <property><name>fs.s3a.endpoint</name><value>http://127.0.0.1:1</value></property>
                  <property><name>fs.s3a.path.style.access</name><value>true</value></property>
                </configuration>
                """);
        Map<String, String> given = Map.of("fs.s3a.endpoint", "http://127.0.0.1:2");
        Configuration both = HadoopFolder.configuration(Optional.of(folder.toString()), given);
        assertEquals("http://127.0.0.1:2", both.get("fs.s3a.endpoint"));
        assertEquals("true", both.get("fs.s3a.path.style.access"));
        assertEquals(
                "http://127.0.0.1:2",
                HadoopFolder.configuration(Optional.empty(), given).get("fs.s3a.endpoint"));
    }
}
