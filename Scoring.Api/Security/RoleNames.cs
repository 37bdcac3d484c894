using Scoring.Core.People;

namespace Scoring.Api.Security;

public static class RoleNames
{
    public static string Chinese(this Role role) => RoleWords.Of(role);
}
