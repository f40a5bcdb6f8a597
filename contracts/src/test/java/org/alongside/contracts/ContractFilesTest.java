package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFilesTest {

    @Test
    void every_file_of_the_module_is_on_the_class_path() {
        assertThat(ContractFiles.onClassPath()).containsAllEntriesOf(ContractFiles.ofModule());
    }

    @Test
    void a_jar_holds_them_as_well_as_a_folder(@TempDir Path folder) throws IOException {
        var jar = folder.resolve("contracts-tests.jar");
        var files = ContractFiles.ofModule();
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new JarEntry("contracts/" + file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }

        var anchor = URI.create("jar:" + jar.toUri() + "!/contracts/events/released.json")
                .toURL();
        assertThat(ContractFiles.around(anchor)).isEqualTo(files);
    }
}
