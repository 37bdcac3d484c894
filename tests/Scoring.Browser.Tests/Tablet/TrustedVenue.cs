using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>A home folder in which Chromium trusts the venue's authority, as a judge installs it on a tablet (needs certutil of libnss3-tools).</summary>
internal sealed class TrustedVenue : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("scoring-home-");

    public string Home => _home.FullName;

    /// <summary>Downloads the authority over http, as the page of trust offers it, and installs it.</summary>
    public static async Task<TrustedVenue> Of(ServerProcess server)
    {
        var trusted = new TrustedVenue();
        var database = "sql:" + Directory.CreateDirectory(Path.Combine(trusted.Home, ".pki", "nssdb")).FullName;
        var file = Path.Combine(trusted.Home, "authority.crt");
        using var http = new HttpClient();
        await File.WriteAllBytesAsync(file, await http.GetByteArrayAsync(server.Url + "/trust/authority.crt"));
        Tools.Run("certutil", "-d", database, "-N", "--empty-password");
        Tools.Run("certutil", "-d", database, "-A", "-t", "C,,", "-n", "venue", "-i", file);
        return trusted;
    }

    public void Dispose() => _home.Delete(recursive: true);
}
