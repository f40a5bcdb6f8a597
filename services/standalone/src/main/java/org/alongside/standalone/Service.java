package org.alongside.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alongside.continuum.ContinuumApplication;
import org.alongside.groups.GroupsApplication;
import org.alongside.intake.IntakeApplication;
import org.alongside.mentorship.MentorshipApplication;
import org.jspecify.annotations.Nullable;

/** The services that run here as siblings. */
enum Service {
    INTAKE("intake", IntakeApplication.class),
    MENTORSHIP("mentorship", MentorshipApplication.class),
    GROUPS("groups", GroupsApplication.class),
    CONTINUUM("continuum", ContinuumApplication.class);

    private final String shortName;
    private final Class<?> application;

    Service(String shortName, Class<?> application) {
        this.shortName = shortName;
        this.application = application;
    }

    String shortName() {
        return shortName;
    }

    Class<?> application() {
        return application;
    }

    /** Every sibling reads its own file only; without the name all of them would read the first one on the class path. */
    String[] arguments(Options options, Ports ports, String kafka, String mongo) {
        var arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + shortName,
                "--spring.config.additional-location=" + centre(options.centre()),
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--spring.mongodb.uri=" + mongo,
                "--spring.mongodb.database=alongside-" + shortName,
                "--server.port=" + ports.of(shortName),
                "--spring.main.banner-mode=off",
                "--spring.main.register-shutdown-hook=false"));
        if (this == INTAKE) {
            arguments.add("--alongside.intake.mllp.port=" + ports.of("mllp"));
        }
        return arguments.toArray(String[]::new);
    }

    private static String centre(@Nullable Path folder) {
        return folder == null ? "classpath:/sample-centre/" : "file:" + folder.toAbsolutePath() + "/";
    }
}
