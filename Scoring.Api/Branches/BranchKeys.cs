using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Scoring.Core.Definition;
using Scoring.Display.Certificates;

namespace Scoring.Api.Branches;

/// <summary>On a branch's laptop: the keys its parts are signed with, <c>keys/ID.branch</c>, protected. Only the package brought them
/// here.</summary>
public sealed class BranchKeys(string keyFolder, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("branch-key");

    /// <param name="key">PKCS#8.</param>
    public void Keep(CompetitionId competition, byte[] key) => File.WriteAllBytes(PathOf(competition), protector.Protect(key));

    /// <summary>ECDSA P-256 with SHA-256.</summary>
    /// <exception cref="IOException">The key is not here.</exception>
    /// <exception cref="CryptographicException">What protects it is not here.</exception>
    public byte[] Sign(CompetitionId competition, byte[] data)
    {
        using var key = P256.Empty();
        key.ImportPkcs8PrivateKey(protector.Unprotect(File.ReadAllBytes(PathOf(competition))), out _);
        return key.SignData(data, HashAlgorithmName.SHA256);
    }

    private string PathOf(CompetitionId competition) => Path.Combine(keyFolder, competition.Value + ".branch");
}
