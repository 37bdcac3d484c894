using System.Security.Cryptography;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates;

namespace Scoring.Display.Tests.Certificates;

/// <summary>Keys of the library beside the system's: one signs, the other reads (decision 6).</summary>
public sealed class P256Tests
{
    private static readonly byte[] Something = [.. Enumerable.Range(0, 300).Select(i => (byte)i)];
    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    public static TheoryData<string> Pairs => ["the system's signs, the library reads", "the library signs, the system's reads"];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_one_signs_the_other_believes_and_nothing_changed(string pair)
    {
        var (signer, reader) = Of(pair);
        for (var time = 0; time < 64; time++) // halves that begin with zeros come by
        {
            using var key = signer();
            using var other = reader();
            other.ImportSubjectPublicKeyInfo(key.ExportSubjectPublicKeyInfo(), out _);
            var signature = key.SignData(Something, HashAlgorithmName.SHA256);
            Assert.Equal(64, signature.Length);
            Assert.True(other.VerifyData(Something, signature, HashAlgorithmName.SHA256));
            Assert.False(other.VerifyData(Something.Append((byte)0).ToArray(), signature, HashAlgorithmName.SHA256));
            signature[time] ^= 1;
            Assert.False(other.VerifyData(Something, signature, HashAlgorithmName.SHA256));
            Assert.False(other.VerifyData(Something, signature[1..], HashAlgorithmName.SHA256));
            Assert.ThrowsAny<CryptographicException>(() => other.SignData(Something, HashAlgorithmName.SHA256)); // only the public part
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_key_moves_between_both_in_every_form_it_is_kept_in(string pair)
    {
        var (from, to) = Of(pair);
        using var key = from();
        Move(key, to, k => k.ImportPkcs8PrivateKey(key.ExportPkcs8PrivateKey(), out _));
        Move(key, to, k => k.ImportFromPem(key.ExportPkcs8PrivateKeyPem()));
        Move(key, to, k => k.ImportFromEncryptedPem(key.ExportEncryptedPkcs8PrivateKeyPem("殷都杯-2026", Encryption), "殷都杯-2026"));
        var bare = key.ExportParameters(true) with { Q = default };
        Move(key, to, k => k.ImportParameters(bare));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Certificates_of_one_are_genuine_to_the_other(string pair)
    {
        var (signer, reader) = Of(pair);
        using var key = signer();
        var spki = key.ExportSubjectPublicKeyInfo();
        var keys = new Dictionary<string, byte[]> { [SignedCertificate.KeyIdOf(spki)] = spki };
        var payload = SignedCertificate.Sign(PrintingOffice.Facts, key);
        Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(payload, keys, out var read, reader));
        Assert.Equal(PrintingOffice.Facts.Name, read!.Name);
        using var stranger = signer();
        var other = SignedCertificate.Sign(PrintingOffice.Facts, stranger);
        var forged = QrText.Encode([.. QrText.Decode(payload)![..^64], .. QrText.Decode(other)![^64..]]);
        Assert.Equal(SignatureCheck.Forged, SignedCertificate.Verify(forged, keys, out _, reader));
    }

    [Fact]
    public void The_library_refuses_other_curves_and_points_beside_its_own()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var key = P256.Portable();
        Assert.ThrowsAny<CryptographicException>(() => key.ImportSubjectPublicKeyInfo(other.ExportSubjectPublicKeyInfo(), out _));
        Assert.ThrowsAny<CryptographicException>(() => P256.Portable().GenerateKey(ECCurve.NamedCurves.nistP384));
        var beside = key.ExportParameters(false);
        beside.Q.Y![31] ^= 1; // not null: exported
        Assert.ThrowsAny<CryptographicException>(() => key.ImportParameters(beside));
        var nothing = key.ExportParameters(true) with { Q = default, D = new byte[32] };
        Assert.ThrowsAny<CryptographicException>(() => key.ImportParameters(nothing));
    }

    private static void Move(ECDsa key, Func<ECDsa> to, Action<ECDsa> carry)
    {
        using var other = to();
        carry(other);
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), other.ExportSubjectPublicKeyInfo());
        Assert.True(key.VerifyData(Something, other.SignData(Something, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256));
    }

    private static (Func<ECDsa> One, Func<ECDsa> Other) Of(string pair)
    {
        Func<ECDsa> system = () => ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return pair == Pairs.First() ? (system, P256.Portable) : (P256.Portable, system);
    }
}
