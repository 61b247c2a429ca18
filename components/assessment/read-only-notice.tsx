import { Notice } from "@/components/ui/notice";
import type { Service } from "@/lib/contracts/services";

/** Why this person cannot answer here; nothing when they can. */
export function ReadOnlyNotice({ service }: { service: Service }) {
  if (service.can.answer) return null;
  if (service.deletedAt !== null) {
    return (
      <Notice title="This service was deleted">
        Its answers can be read, not changed. Whoever may restore it does so on its page.
      </Notice>
    );
  }
  if (service.lifecycle === "retired") {
    return (
      <Notice title="This service is retired">
        Its answers are kept as they are. Whoever may edit it changes its lifecycle first.
      </Notice>
    );
  }
  return (
    <Notice title="You can read these answers, not change them">
      Members of <bdi>{service.teamName}</bdi>, to whom the service belongs, answer here, and admins.
    </Notice>
  );
}
