using System.Security.Cryptography;
using System.Text;

namespace Scoring.Api.Security;

/// <summary>The one-time link that sets the admin's password at first start. There is no default password.</summary>
public sealed class SetupLink(Accounts accounts)
{
    private readonly string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly Lock gate = new();

    /// <summary>Path with the token, to be printed; null once there is an admin.</summary>
    public string? Path => accounts.HasAdmin() ? null : $"/console/setup?token={token}";

    public bool Accepts(string? given) =>
        given is not null && !accounts.HasAdmin()
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));

    /// <summary>Makes the admin; false if somebody was quicker or the token is wrong.</summary>
    public bool Use(string? given, string login, string name, string password)
    {
        lock (gate)
        {
            if (!Accepts(given))
            {
                return false;
            }

            accounts.Create(new NewAccount(login, name, Core.People.Role.Admin), password);
            return true;
        }
    }
}
