package org.alongside.continuum.centre;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who has which duty. The same person in recovery always gets the same colleague, and all colleagues about as many. */
public final class DutyRoster {

    private final List<StaffMember> staff;

    /** @throws IllegalArgumentException when a duty is nobody's or a backup is nobody known: nothing may be unowned */
    public DutyRoster(List<StaffMember> staff) {
        this.staff = List.copyOf(staff);
        for (var duty : Duty.values()) {
            if (with(duty).isEmpty()) {
                throw new IllegalArgumentException("alongside.continuum.staff names nobody with the duty " + duty);
            }
        }
        staff.stream().map(StaffMember::backup).filter(Objects::nonNull).forEach(backup -> {
            if (!knows(backup)) {
                throw new IllegalArgumentException("alongside.continuum.staff names an unknown backup: " + backup);
            }
        });
    }

    /** One named assignee and a backup who is somebody else wherever the centre has somebody else. */
    public record Assignment(String assignee, String backup) {}

    public Assignment assign(Duty duty, String patientId) {
        var able = with(duty);
        var assignee = able.get(Math.floorMod(patientId.hashCode(), able.size()));
        return new Assignment(assignee.staffId(), backupOf(assignee, able));
    }

    public boolean knows(String staffId) {
        return member(staffId).isPresent();
    }

    /** The name for people to read; it stays inside this service. */
    public String nameOf(String staffId) {
        return member(staffId).map(StaffMember::name).orElse(staffId);
    }

    private String backupOf(StaffMember assignee, List<StaffMember> able) {
        if (assignee.backup() != null) {
            return assignee.backup();
        }
        var next = able.get((able.indexOf(assignee) + 1) % able.size());
        return next.equals(assignee) ? somebodyElse(assignee).staffId() : next.staffId();
    }

    private StaffMember somebodyElse(StaffMember than) {
        var onCallFirst = Arrays.asList(Duty.ON_CALL, Duty.COORDINATOR, Duty.PEER_SUPERVISOR);
        return onCallFirst.stream()
                .flatMap(duty -> with(duty).stream())
                .filter(other -> !other.equals(than))
                .findFirst()
                .orElse(than);
    }

    private Optional<StaffMember> member(String staffId) {
        return staff.stream().filter(s -> s.staffId().equals(staffId)).findFirst();
    }

    private List<StaffMember> with(Duty duty) {
        return staff.stream().filter(s -> s.duties().contains(duty)).toList();
    }
}
